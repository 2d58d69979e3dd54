import { useCallback, useEffect, useRef, useState } from 'react'
import type { TicketWire } from '../../server/contract/api.ts'
import { labelText } from '../../ui-kit/number.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { type DeskService, prefixOf, useDesk } from '../desk-context.ts'
import type { DeskKey } from '../messages.ts'
import { ServiceList } from '../service-list.tsx'
import { useSend } from '../use-send.ts'
import { Entered, type PaperEntry } from './entered.tsx'
import { NumberForm } from './number-form.tsx'
import { RollForm } from './roll-form.tsx'

/** Numbers from paper, while kiosks fail: the service stays chosen, each Enter enters one. */
export function PaperPage({ visit, onFacts }: { visit: number; onFacts: () => Promise<void> }) {
  const { t, pick } = useMessages<DeskKey>()
  const { facts } = useDesk()
  const { send, busy } = useSend()
  const [service, setService] = useState<DeskService | null>(null)
  const [entries, setEntries] = useState<readonly PaperEntry[]>([])
  const search = useRef<HTMLInputElement>(null)
  const number = useRef<HTMLInputElement>(null)
  const prefix = service ? prefixOf(facts, service.code) : ''

  // biome-ignore lint/correctness/useExhaustiveDependencies: each visit begins where the next thing is typed
  useEffect(() => (service ? number : search).current?.focus(), [visit])
  useEffect(() => void onFacts(), [onFacts])

  /** One after another, so that numbers of one minute stand in the order in which they were written. */
  const enter = useCallback(
    async (numbers: readonly number[], takenAt: string, priority: boolean) => {
      if (!service) return
      for (const one of numbers) {
        const sent = await send<{ ticket: TicketWire }>('/api/tickets/paper', {
          service: service.code,
          number: one,
          takenAt,
          ...(priority ? { priority } : {}),
        })
        const label = `${prefix}-${String(one).padStart(3, '0')}`
        const entry = { key: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0, service: service.name, takenAt }
        setEntries((before) => [
          'answer' in sent
            ? { ...entry, label: sent.answer.ticket.label, fault: null }
            : { ...entry, label, fault: sent.fault },
          ...before,
        ])
      }
    },
    [prefix, send, service],
  )

  return (
    <>
      <section className="field card paper" aria-labelledby="paper-title">
        <header className="paper-head">
          <h1 id="paper-title">{t('paper.title')}</h1>
          <p>{service ? `${service.agency.short}, ${pick(service.name)}` : t('paper.choose')}</p>
        </header>
        {service && (
          <>
            <NumberForm
              field={number}
              prefix={prefix}
              busy={busy}
              onEnter={(numbers, takenAt, priority) => void enter(numbers, takenAt, priority)}
            />
            <Entered entries={entries} />
            <RollForm key={service.code} service={service} prefix={prefix} />
          </>
        )}
        {!service && (
          <p className="quiet">
            {t('paper.about')}
            {entries[0] && ` ${t('paper.last', { number: labelText(entries[0].label) })}`}
          </p>
        )}
      </section>
      <aside className="panel card" aria-label={t('paper.search')}>
        <ServiceList
          label={t('paper.search')}
          field={search}
          chosen={service?.code ?? null}
          plain
          onChoose={(chosen) => {
            setService(chosen)
            // The field comes with the service.
            setTimeout(() => number.current?.focus())
          }}
        />
      </aside>
    </>
  )
}
