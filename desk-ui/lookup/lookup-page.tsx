import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { DeskTicketsAnswer, DeskTicketWire } from '../../server/contract/desk.ts'
import { Button } from '../../ui-kit/button.tsx'
import { Icon } from '../../ui-kit/icon.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useDesk } from '../desk-context.ts'
import type { DeskKey } from '../messages.ts'
import type { Asked } from './asked.ts'
import { FoundList } from './found-list.tsx'
import { LostForm } from './lost-form.tsx'
import { TicketCard } from './ticket-card.tsx'

const againMs = 4_000

const addressOf = (asked: Asked) => `/api/desk/tickets?${new URLSearchParams(asked)}`

/** A number found again: by what is on the slip, or, where the slip is lost, by service and time. */
export function LookupPage({ visit }: { visit: number }) {
  const { t } = useMessages<DeskKey>()
  const { api } = useDesk()
  const [text, setText] = useState('')
  const [lost, setLost] = useState(false)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [found, setFound] = useState<DeskTicketsAnswer | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const ticket = found?.tickets.find(({ id }) => id === chosen)

  /** Whatever was asked before, a number that was just changed may not fit it any more; it stays in sight by its label. */
  const follow = (label: string) => {
    const what = { query: label }
    setAsked(what)
    void ask(what)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: each visit begins at the search
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [visit])

  const ask = useCallback(
    async (what: Asked): Promise<DeskTicketsAnswer | null> => {
      try {
        const answer = await api.get<DeskTicketsAnswer>(addressOf(what))
        setFound(answer)
        return answer
      } catch {
        return null
      }
    },
    [api],
  )
  const search = async (what: Asked) => {
    setAsked(what)
    const answer = await ask(what)
    setChosen(answer?.tickets.length === 1 ? (answer.tickets[0]?.id ?? null) : null)
    // A scanner types the next code over the last one.
    field.current?.select()
  }
  useEffect(() => {
    if (!asked) return
    const timer = setInterval(() => void ask(asked), againMs)
    return () => clearInterval(timer)
  }, [asked, ask])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') void search({ query: text.trim() })
  }

  return (
    <>
      <section className="field card" aria-labelledby="ticket-title">
        {ticket ? (
          <TicketCard key={ticket.id} ticket={ticket} onChanged={() => follow(ticket.label)} />
        ) : (
          <div className="empty">
            <h1 id="ticket-title">{t('lookup.title')}</h1>
            <p>{t(found && found.tickets.length === 0 ? 'lookup.none' : 'lookup.begin')}</p>
          </div>
        )}
      </section>
      <aside className="panel card" aria-label={t('lookup.search')}>
        <form className="find-form" onSubmit={submit}>
          <search className="find">
            <Icon name="qr-code" />
            <input
              ref={field}
              type="text"
              aria-label={t('lookup.search')}
              placeholder={t('lookup.search')}
              autoComplete="off"
              spellCheck={false}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </search>
          <Button type="submit">{t('lookup.act')}</Button>
        </form>
        <button type="button" className="fold" aria-expanded={lost} onClick={() => setLost(!lost)}>
          <Icon name={lost ? 'caret-down' : 'caret-right'} />
          {t('lost.title')}
        </button>
        {lost && <LostForm onAsk={(what) => void search(what)} onDone={() => setLost(false)} />}
        {!lost && found && (
          <FoundList found={found} chosen={chosen} onChoose={(one: DeskTicketWire) => setChosen(one.id)} />
        )}
      </aside>
    </>
  )
}
