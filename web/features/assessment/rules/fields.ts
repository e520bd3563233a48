/** The hours at which marks may appear, as the form sends them. */
export const HOUR_FIELDS = ['hour-0', 'hour-1', 'hour-2', 'hour-3'] as const;

/** Whether families are shown something. */
export const SHOWN = ['shown', 'hidden'] as const;
