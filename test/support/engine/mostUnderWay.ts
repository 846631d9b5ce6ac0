/** Requests that an execution may have under way at the full rate, however slow the answers are: 1.2 seconds' worth. */
export const mostUnderWay = 60;
