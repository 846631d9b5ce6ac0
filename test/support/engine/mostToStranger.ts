import { mostUnderWay } from './mostUnderWay';

/**
 * Requests that something else than the service gets of an execution at most, however slow the machine is: those that
 * are under way, those in the place of the nine that are answered before the tenth, and one each half a second for the
 * five seconds from then on.
 */
export const mostToStranger = mostUnderWay + 9 + 11;
