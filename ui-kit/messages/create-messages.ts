export type Locale = 'id' | 'en'

/** A sentence for people in both languages, as the site package and the wire carry it. */
export type Text = Readonly<Record<Locale, string>>

/**
 * One screen's words: key → sentence, in both languages. `{name}` is a value; a key that counts takes `{n}`,
 * and English may add the same key with `_one`.
 */
export type Catalogue = Readonly<Record<Locale, Readonly<Record<string, string>>>>

type PluralForm = `${string}_one`
type KeysOf<C> = C extends Catalogue ? Exclude<keyof C['id'] & string, PluralForm> : never

export type Values = Readonly<Record<string, string | number>>

export interface Messages<Key extends string = string> {
  readonly locale: Locale
  /** The sentence of a key with its values filled in; `n` also chooses the plural form. */
  t(key: Key, values?: Values): string
  /** The half of a two-language text that this screen speaks. */
  pick(text: Text): string
}

/** The words of one screen: the given catalogues laid over each other, the later one winning. */
export function createMessages<const C extends readonly Catalogue[]>(
  locale: Locale,
  ...catalogues: C
): Messages<KeysOf<C[number]>> {
  const words: Readonly<Record<string, string>> = Object.assign({}, ...catalogues.map((catalogue) => catalogue[locale]))
  const sentenceOf = (key: string, values: Values): string => {
    const one = values.n === 1 ? words[`${key}_one`] : undefined
    return one ?? words[key] ?? key
  }
  return {
    locale,
    t: (key, values = {}) =>
      sentenceOf(key, values).replace(/\{(\w+)\}/g, (hole, name) => String(values[name] ?? hole)),
    pick: (text) => text[locale] || text.id,
  }
}
