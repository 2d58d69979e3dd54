import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useMemo, useState } from 'react'
import type { AccuracyAnswer, ServicesAnswer } from '../server/contract/api.ts'
import { createApi } from '../ui-kit/api.ts'
import { Icon } from '../ui-kit/icon.tsx'
import { createMessages } from '../ui-kit/messages/create-messages.ts'
import { kitCatalogue } from '../ui-kit/messages/kit.ts'
import { StatusShape } from '../ui-kit/status.tsx'
import { epochOf, timeText } from '../ui-kit/time-text.ts'
import { useLocale } from '../ui-kit/use-locale.ts'
import { MessagesContext, useMessages } from '../ui-kit/use-messages.ts'
import { BoothLine } from './booth-line.tsx'
import { listBooths } from './booth-list.ts'
import { type VisitorKey, visitorCatalogue } from './messages.ts'
import { PhoneFrame } from './phone-frame.tsx'
import { rememberedTicket } from './remembered-ticket.ts'

const api = createApi({ giveUpAfterMs: 5_000 })
const renewEveryMs = 10_000

/** Every service with its wait now. Numbers are not taken here. */
export function ServicesPage() {
  const [locale, setLocale] = useLocale()
  const messages = useMemo(() => createMessages(locale, kitCatalogue, visitorCatalogue), [locale])
  const { t } = messages
  const [code] = useState(rememberedTicket)
  const { data, isError } = useQuery({
    queryKey: ['services'],
    queryFn: () => api.get<ServicesAnswer>('/api/services'),
    refetchInterval: renewEveryMs,
  })
  useEffect(() => {
    document.title = t('services.title')
  }, [t])
  return (
    <MessagesContext value={messages}>
      <PhoneFrame
        name={data?.site.short ?? 'Antrean'}
        page="services"
        mine={code && `/t/${encodeURIComponent(code)}`}
        demo={data?.demo ?? false}
        onLocale={setLocale}
      >
        <h1 className="k-sr">{t('services.title')}</h1>
        <p className="lost" role="status">
          {isError && (
            <>
              <StatusShape state="offline" />
              {data ? t('services.lost', { time: timeText(data.at, data.site.timeZone) }) : t('offline.never')}
            </>
          )}
        </p>
        {data ? <Services answer={data} /> : !isError && <p className="loading">{t('services.loading')}</p>}
      </PhoneFrame>
    </MessagesContext>
  )
}

/** Fewer calls than this say nothing about an agency's estimates. */
const enoughCalls = 20

/** R7.3: the published share of right estimates, by agency. */
function useAccuracy(): (agency: string) => number | null {
  const { data } = useQuery({
    queryKey: ['accuracy'],
    queryFn: () => api.get<AccuracyAnswer>('/api/accuracy'),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (agency) => {
    const known = data?.agencies.find((one) => one.agency === agency)
    return known && known.given >= enoughCalls ? known.share : null
  }
}

function Services({ answer: { services, categories, site, at } }: { answer: ServicesAnswer }) {
  const { t, pick } = useMessages<VisitorKey>()
  const accuracyOf = useAccuracy()
  const [query, setQuery] = useState('')
  const [category, setCategory] = useState<string | null>(null)
  const field = useId()
  const booths = useMemo(() => listBooths(services, query, category), [services, query, category])
  const found = booths.reduce((sum, booth) => sum + booth.services.length, 0)
  const isNarrowed = query.trim() !== ''
  return (
    <>
      <div className="search">
        <Icon name="magnifying-glass" />
        <label className="k-sr" htmlFor={field}>
          {t('services.search')}
        </label>
        <input
          id={field}
          type="search"
          autoComplete="off"
          enterKeyHint="search"
          placeholder={t('services.hint')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      <fieldset className="kinds">
        <legend className="k-sr">{t('services.category')}</legend>
        {[null, ...categories].map((kind) => (
          <button
            key={kind?.code ?? ''}
            type="button"
            aria-pressed={category === (kind?.code ?? null)}
            onClick={() => setCategory(kind?.code ?? null)}
          >
            {kind ? pick(kind.name) : t('services.all')}
          </button>
        ))}
      </fieldset>
      <p className="since">
        <span role="status">{isNarrowed ? t('services.count', { n: found }) : t('services.now')}</span>
        <span>{t('services.at', { time: timeText(at, site.timeZone) })}</span>
      </p>
      {booths.length === 0 ? (
        <p className="loading">{t('services.none')}</p>
      ) : (
        <ul className="booths">
          {booths.map((booth) => (
            <BoothLine
              key={booth.code}
              booth={booth}
              opened={isNarrowed && booths.length <= 3}
              now={epochOf(at)}
              timeZone={site.timeZone}
              accuracy={accuracyOf(booth.agency.code)}
            />
          ))}
        </ul>
      )}
      <p className="note take">{t('services.take')}</p>
    </>
  )
}
