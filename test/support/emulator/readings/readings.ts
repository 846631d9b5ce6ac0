import { likelyAnswerReadings, type AnswerReadings } from './answerReadings';
import { likelyBroadcastReadings, type BroadcastReadings } from './broadcastReadings';
import { likelyRequestReadings, type RequestReadings } from './requestReadings';
import { likelyUserReadings, type UserReadings } from './userReadings';

/** One reading of everything that the documentation leaves open. */
export interface Readings extends RequestReadings, UserReadings, AnswerReadings, BroadcastReadings {}

/** The readings of an emulator that is not told otherwise. */
export const likelyReadings: Readings = {
  ...likelyRequestReadings,
  ...likelyUserReadings,
  ...likelyAnswerReadings,
  ...likelyBroadcastReadings,
};
