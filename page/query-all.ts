/** Returns the elements that match a selector, in document order. */
export const all = <E extends Element = Element>(selectors: string, within: ParentNode = document): E[] => [
  ...within.querySelectorAll<E>(selectors),
];
