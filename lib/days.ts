/** Days are texts, YYYY-MM-DD, as they are in Hong Kong and Yantai (both UTC+8, without summer time). Runs anywhere. */
const DAY = 86_400_000;
const local = (moment: Date) => new Date(moment.getTime() + DAY / 3).toISOString();

/** The day of a moment. */
export const dayAt = (moment: Date): string => local(moment).slice(0, 10);
/** A moment as a datetime-local field wants and sends it, and back. */
export const localOf = (moment: Date): string => local(moment).slice(0, 16);
export const momentOf = (local: string): Date => new Date(`${local}:00+08:00`);

/** The day of a column that holds a day without a time. */
export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
export const dayAfter = (day: string, days: number): string => dayOf(new Date(Date.parse(day) + days * DAY));
