/** The two values of the options for users that are as wanted already, as the editor and messages call them. */
export const alreadySoLabels = { fail: 'Send to Failed', succeed: 'Send to Success' } as const;
