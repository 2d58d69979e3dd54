import { useState } from 'react'
import { Button } from '../../ui-kit/button.tsx'
import { StatusShape } from '../../ui-kit/status.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { ConsoleKey } from '../messages/console.ts'
import type { Field, Setting } from './field.ts'
import { type Entry, valueAt, withValue } from './path.ts'
import { differencesOf, wordsOf } from './wording.ts'

interface Props {
  fields: readonly Field[]
  setting: Setting
  base: Entry | null
  draft: Entry
  theirs: Entry | null
  onSettle: (next: { base: Entry | null; draft: Entry }) => void
  onGone: () => void
}

/** Theirs beside yours, part by part; nothing goes on before each is chosen. */
export function ClashPanel({ fields, setting, base, draft, theirs, onSettle, onGone }: Props) {
  const { t } = useMessages<ConsoleKey>()
  const [chosen, setChosen] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({})
  if (theirs === null) {
    return (
      <section className="clash card" aria-labelledby="clash-title">
        <ClashTitle text={t('clash.gone')} />
        <p>{t('clash.gone-about')}</p>
        <div className="acts">
          <Button onClick={onGone}>{t('clash.let-go')}</Button>
          <Button main onClick={() => onSettle({ base: null, draft })}>
            {t('clash.make-again')}
          </Button>
        </div>
      </section>
    )
  }
  const their = differencesOf(fields, base ?? {}, theirs, setting)
  const mine = differencesOf(fields, base ?? {}, draft, setting)
  const fieldAt = (path: string) => fields.find((field) => field.path === path)
  const isBoth = (path: string) => mine.some((difference) => difference.path === path)
  const ready = their.every(({ path }) => !isBoth(path) || chosen[path])
  const merged = () =>
    their
      .filter(({ path }) => !isBoth(path) || chosen[path] === 'theirs')
      .reduce<Entry>((entry, { path }) => (withValue(entry, path, valueAt(theirs, path)) ?? {}) as Entry, draft)
  return (
    <section className="clash card" aria-labelledby="clash-title">
      <ClashTitle text={t('clash.title')} />
      <p>{t('clash.about')}</p>
      <ul>
        {their.map(({ path, label, before, after }) => {
          const field = fieldAt(path)
          const own = field ? wordsOf(field, valueAt(draft, path), setting, draft) : ''
          return (
            <li key={path}>
              <h4>{label}</h4>
              <p className="was">
                {t('clash.before')}: {before}
              </p>
              {isBoth(path) ? (
                <fieldset>
                  <legend className="k-sr">{t('clash.choose', { name: label })}</legend>
                  {(['theirs', 'mine'] as const).map((whose) => (
                    <label key={whose}>
                      <input
                        type="radio"
                        name={`clash-${path}`}
                        checked={chosen[path] === whose}
                        onChange={() => setChosen({ ...chosen, [path]: whose })}
                      />
                      <span>
                        <b>{t(`clash.${whose}`)}</b> {whose === 'theirs' ? after : own}
                      </span>
                    </label>
                  ))}
                </fieldset>
              ) : (
                <p>
                  <b>{t('clash.theirs')}</b> {after} <small>{t('clash.taken')}</small>
                </p>
              )}
            </li>
          )
        })}
      </ul>
      <div className="acts">
        <Button onClick={() => onSettle({ base: theirs, draft: theirs })}>{t('clash.drop-mine')}</Button>
        <Button main disabled={!ready} onClick={() => onSettle({ base: theirs, draft: merged() })}>
          {t('clash.go-on')}
        </Button>
      </div>
    </section>
  )
}

function ClashTitle({ text }: { text: string }) {
  return (
    <div role="alert">
      <h3 id="clash-title">
        <StatusShape state="action" />
        {text}
      </h3>
    </div>
  )
}
