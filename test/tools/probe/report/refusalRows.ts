import type { Exchange } from '../client/Client';
import { shortened } from './markdown';

/** A row for each kind of refusal of a whole request: action, status, code, number, message, and which requests. */
export function refusalRows(exchanges: readonly Exchange[]): string[][] {
  const kinds = new Map<string, { row: string[]; numbers: number[] }>();
  for (const { number, action, status, error, failure } of exchanges) {
    if (error === undefined && failure === undefined && (status ?? 0) < 300) continue;
    const { code = failure ?? '', codeN = '', message = '' } = error ?? {};
    const key = [action, status, code, codeN].join(' ');
    const row = [
      action,
      status === undefined ? 'none' : String(status),
      code,
      codeN,
      shortened(message, 200),
    ];
    const kind = kinds.get(key) ?? { row, numbers: [] };
    kinds.set(key, kind);
    kind.numbers.push(number);
  }
  return [...kinds.values()].map(({ row, numbers }) => [...row, shortened(numbers.join(', '), 60)]);
}
