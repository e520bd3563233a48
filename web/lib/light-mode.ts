/** The light mode is asked for by its cookie, or by a browser that saves data and has not refused it. */
export const isLight = (cookie: string | undefined, saveData: string | null | undefined): boolean =>
  cookie === '1' || (cookie !== '0' && saveData?.toLowerCase() === 'on');
