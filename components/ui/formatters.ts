// making an Intl formatter costs a hundred times what using one does
const kept = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function keep<T extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => T): T {
  const found = kept.get(key) as T | undefined;
  if (found) return found;
  const made = make();
  kept.set(key, made);
  return made;
}

export const dateFormatter = (tag: string, options: Intl.DateTimeFormatOptions) =>
  keep(`date ${tag} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(tag, options));

export const numberFormatter = (tag: string, options: Intl.NumberFormatOptions) =>
  keep(`number ${tag} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(tag, options));
