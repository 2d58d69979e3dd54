import { type FormEvent, useEffect, useId, useState } from 'react'
import type { SlotsAnswer, StaffBookingWire } from '../../server/contract/booking-wire.ts'
import { Button } from '../../ui-kit/button.tsx'
import { hallBase } from '../../ui-kit/hall-base.ts'
import { Qr } from '../../ui-kit/qr.tsx'
import { dateText, timeText } from '../../ui-kit/time-text.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { type DeskService, useDesk } from '../desk-context.ts'
import { Fault } from '../fault.tsx'
import type { DeskKey } from '../messages.ts'
import { ServiceList } from '../service-list.tsx'
import { useSend } from '../use-send.ts'
import { spaced } from './code-text.ts'
import type { BookingsKey } from './messages.ts'

interface Props {
  day: string
  onDay: (day: string) => void
  onMade: () => void
}

const canBeBooked = ({ mode }: DeskService) => mode !== 'walk-in'

/** One arrival time for somebody who stands here or calls: a service, a time, and the code that comes of it. */
export function MakeBooking({ day, onDay, onMade }: Props) {
  const { t, pick, locale } = useMessages<DeskKey | BookingsKey>()
  const { hall } = useDesk()
  const [service, setService] = useState<DeskService | null>(null)
  const [made, setMade] = useState<StaffBookingWire | null>(null)
  const { timeZone, zoneAbbreviation } = hall.site
  if (made) {
    const time = `${timeText(made.slotAt, timeZone)} ${zoneAbbreviation}`
    const words = { code: spaced(made.code), day: dateText(made.slotAt, timeZone, locale, true), time }
    return (
      <div className="booking-made">
        <div role="status">
          <h2>{t('bookings.made', words)}</h2>
        </div>
        <p>{pick(made.serviceName)}</p>
        <div className="booking-qr">
          <Qr text={`${hall.publicUrl}${hallBase}/b/${made.code}`} label={t('bookings.qr')} />
        </div>
        <p>{t('bookings.made.text')}</p>
        <Button main onClick={() => setMade(null)}>
          {t('bookings.next')}
        </Button>
      </div>
    )
  }
  return (
    <>
      <ServiceList
        label={t('bookings.search')}
        chosen={service?.code ?? null}
        onChoose={setService}
        among={canBeBooked}
        plain
      />
      {service && (
        <SlotForm
          key={`${service.code} ${day}`}
          service={service}
          day={day}
          onDay={onDay}
          onMade={(booking) => {
            setMade(booking)
            onMade()
          }}
        />
      )}
    </>
  )
}

function SlotForm(
  props: Omit<Props, 'onMade'> & { service: DeskService; onMade: (booking: StaffBookingWire) => void },
) {
  const { service, day, onDay, onMade } = props
  const { t, pick, locale } = useMessages<DeskKey | BookingsKey>()
  const { api, hall, linked } = useDesk()
  const { send, busy } = useSend()
  const [answer, setAnswer] = useState<SlotsAnswer | null>(null)
  const [slotAt, setSlotAt] = useState('')
  const [items, setItems] = useState(1)
  const [priority, setPriority] = useState(false)
  const [english, setEnglish] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [round, setRound] = useState(0)
  const ids = { day: useId(), slot: useId(), items: useId() }
  const { timeZone } = hall.site
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew after every try
  useEffect(() => {
    let isCurrent = true
    api.get<SlotsAnswer>(`/api/services/${service.code}/slots?day=${day}`).then(
      (given) => isCurrent && setAnswer(given),
      () => isCurrent && setFault(t('fault.unreached')),
    )
    return () => {
      isCurrent = false
    }
  }, [api, service.code, day, round])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (slotAt === '' || busy) return
    const body = { service: service.code, slotAt, priority, items, locale: english ? 'en' : 'id' }
    const sent = await send<{ booking: StaffBookingWire }>('/api/bookings', body)
    if ('answer' in sent) return onMade(sent.answer.booking)
    setFault(sent.fault)
    setRound(round + 1)
  }
  const isFull = answer?.slots.every(({ free }) => free === 0)
  return (
    <form className="booking-form" onSubmit={(event) => void submit(event)}>
      <h2>{pick(service.name)}</h2>
      <label htmlFor={ids.day}>{t('bookings.day')}</label>
      <select
        id={ids.day}
        value={answer?.days.includes(day) ? day : ''}
        onChange={(event) => onDay(event.target.value)}
      >
        {!answer?.days.includes(day) && <option value="">{day}</option>}
        {answer?.days.map((each) => (
          <option key={each} value={each}>
            {dateText(`${each}T12:00:00Z`, 'UTC', locale, true)}
          </option>
        ))}
      </select>
      {isFull ? (
        <p role="status">{t('bookings.slot.none')}</p>
      ) : (
        <>
          <label htmlFor={ids.slot}>{t('bookings.slot')}</label>
          <select id={ids.slot} required value={slotAt} onChange={(event) => setSlotAt(event.target.value)}>
            <option value="">{t('bookings.slot.choose')}</option>
            {answer?.slots.map(({ at, free }) => (
              <option key={at} value={at} disabled={free === 0}>
                {t(free === 0 ? 'bookings.slot.full' : 'bookings.slot.free', { time: timeText(at, timeZone), n: free })}
              </option>
            ))}
          </select>
        </>
      )}
      <label htmlFor={ids.items}>{t('bookings.applications')}</label>
      <input
        id={ids.items}
        type="number"
        min={1}
        max={99}
        required
        value={items}
        onChange={(event) => setItems(event.target.valueAsNumber || 1)}
      />
      <label className="check">
        <input type="checkbox" checked={priority} onChange={(event) => setPriority(event.target.checked)} />
        {t('bookings.mark')}
      </label>
      <label className="check">
        <input type="checkbox" checked={english} onChange={(event) => setEnglish(event.target.checked)} />
        {t('bookings.english')}
      </label>
      <Fault text={fault} onClose={() => setFault(null)} />
      <Button main type="submit" disabled={!linked || busy || isFull}>
        {t('bookings.do')}
      </Button>
    </form>
  )
}
