import type { Locale } from './messages/create-messages.ts'

const names = { id: 'Bahasa Indonesia', en: 'English' } as const

/** Changes to the other language, which it names in that language; `short` shows "EN" or "ID" where room is dear. */
export function LanguageButton({
  locale,
  onChange,
  short = false,
  className,
}: {
  locale: Locale
  onChange: (locale: Locale) => void
  short?: boolean
  className?: string
}) {
  const other = locale === 'id' ? 'en' : 'id'
  return (
    <button type="button" lang={other} className={className} onClick={() => onChange(other)}>
      {short ? (
        <>
          {other.toUpperCase()}
          <span className="k-sr">, {names[other]}</span>
        </>
      ) : (
        names[other]
      )}
    </button>
  )
}
