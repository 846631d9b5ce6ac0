import { LosslessNumber } from 'lossless-json';
import type { AnswerReadings } from '../readings/answerReadings';

/** An id as answers of reads have it, every digit kept. */
export function foundId(userId: string, { foundIdsAs }: AnswerReadings): LosslessNumber | string {
  return foundIdsAs === 'number' ? new LosslessNumber(userId) : userId;
}

/** Ids in the order in which an answer lists them. */
export function inOrder(asked: readonly string[], { foundOrder }: AnswerReadings): string[] {
  if (foundOrder === 'asAsked') return [...asked];
  if (foundOrder === 'reversed') return [...asked].reverse();
  return [...asked].sort((one, other) => Number(BigInt(one) - BigInt(other)));
}
