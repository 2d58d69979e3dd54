import { useCallback, useEffect, useRef, useState } from 'react'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useDesk } from '../desk-context.ts'
import type { DeskKey } from '../messages.ts'
import { ServiceList } from '../service-list.tsx'
import { IssueForm } from './issue-form.tsx'
import { Issued } from './issued.tsx'
import type { Taken } from './taken.ts'

/** Choosing and taking a number for somebody who stands at the desk. `visit` brings the focus to the search. */
export function IssuePage({ visit }: { visit: number }) {
  const { t } = useMessages<DeskKey>()
  const { hall } = useDesk()
  const [code, setCode] = useState<string | null>(null)
  const [taken, setTaken] = useState<{ ticket: Taken; printed: boolean } | null>(null)
  const [turn, setTurn] = useState(0)
  const search = useRef<HTMLInputElement>(null)
  const service = hall.services.find((each) => each.code === code)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each visit begins at the search
  useEffect(() => search.current?.focus(), [visit, turn])

  const begin = useCallback(() => {
    setCode(null)
    setTaken(null)
    setTurn((before) => before + 1)
  }, [])

  return (
    <>
      <section className="field card" aria-labelledby="issue-title">
        {taken ? (
          <Issued ticket={taken.ticket} printed={taken.printed} onNext={begin} />
        ) : service ? (
          <IssueForm
            key={`${service.code} ${turn}`}
            service={service}
            onTaken={(ticket, printed) => setTaken({ ticket, printed })}
            onLeave={begin}
          />
        ) : (
          <div className="empty">
            <h1 id="issue-title">{t('issue.title')}</h1>
            <p>{t('issue.begin')}</p>
          </div>
        )}
      </section>
      <aside className="panel card" aria-label={t('issue.search')}>
        <ServiceList
          key={turn}
          label={t('issue.search')}
          field={search}
          chosen={code}
          onChoose={(chosen) => {
            setTaken(null)
            setCode(chosen.code)
          }}
        />
      </aside>
    </>
  )
}
