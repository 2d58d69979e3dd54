type Pairs<K extends string> = Readonly<Record<K, readonly [id: string, en: string]>>

/** A catalogue written key by key with both languages side by side: Indonesian, then English. */
export function inBoth<const K extends string>(
  pairs: Pairs<K>,
): { readonly id: Readonly<Record<K, string>>; readonly en: Readonly<Record<K, string>> } {
  const half = (index: 0 | 1) =>
    Object.fromEntries(Object.entries<readonly string[]>(pairs).map(([key, pair]) => [key, pair[index]]))
  return { id: half(0) as Record<K, string>, en: half(1) as Record<K, string> }
}
