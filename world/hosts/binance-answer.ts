import { type Answer, json } from '../answer.ts';

export function binanceRefusal(
  status: number,
  code: number,
  msg: string,
  headers: Record<string, string> = {},
): Answer {
  return json({ code, msg }, status, headers);
}

/** Tells the caller how much of the minute's allowance is gone. */
export function weighed(answer: Answer, weight: number): Answer {
  const used = { 'x-mbx-used-weight': String(weight), 'x-mbx-used-weight-1m': String(weight) };
  return { ...answer, headers: { ...answer.headers, ...used } };
}
