import { type Answer, json } from '../answer.ts';

export function binanceRefusal(
  status: number,
  code: number,
  msg: string,
  headers: Record<string, string> = {},
): Answer {
  return json({ code, msg }, status, headers);
}

/** Adds the headers that report the used weight of the minute. */
export function weighed(answer: Answer, weight: number): Answer {
  const used = { 'x-mbx-used-weight': String(weight), 'x-mbx-used-weight-1m': String(weight) };
  return { ...answer, headers: { ...answer.headers, ...used } };
}
