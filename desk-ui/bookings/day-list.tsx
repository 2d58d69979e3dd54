import { useState } from 'react'
import type { TicketWire } from '../../server/contract/api.ts'
import type { StaffBookingWire } from '../../server/contract/booking-wire.ts'
import { isRefused } from '../../ui-kit/api.ts'
import { Button } from '../../ui-kit/button.tsx'
import { labelText } from '../../ui-kit/number.tsx'
import { refusalText } from '../../ui-kit/refusal-words.ts'
import { Status, type StatusState } from '../../ui-kit/status.tsx'
import { timeText } from '../../ui-kit/time-text.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useDesk } from '../desk-context.ts'
import { DialogFrame } from '../dialog-frame.tsx'
import { Fault } from '../fault.tsx'
import type { DeskKey } from '../messages.ts'
import { spaced } from './code-text.ts'
import type { BookingsKey } from './messages.ts'

const shapes: Record<StaffBookingWire['state'], StatusState> = {
  booked: 'not-yet',
  'checked-in': 'open',
  cancelled: 'closed',
}

/** A day's bookings by slot, each with what can be done about it. */
export function DayList({
  bookings,
  onChange,
}: {
  bookings: readonly StaffBookingWire[] | null
  onChange: () => void
}) {
  const { t, pick } = useMessages<DeskKey | BookingsKey>()
  const { api, hall, hallNow, printer, linked } = useDesk()
  const [cancelling, setCancelling] = useState<StaffBookingWire | null>(null)
  const [said, setSaid] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const { timeZone } = hall.site

  const checkIn = async ({ code }: StaffBookingWire) => {
    setFault(null)
    try {
      const body = { kiosk: printer, delivery: 'print' }
      const answer = await api.command<{ ticket: TicketWire }>(`/api/bookings/${code}/check-in`, body)
      if (isRefused(answer)) return setFault(pick(refusalText(answer.refusal, hallNow(), timeZone)))
      setSaid(t('bookings.came', { label: labelText(answer.ticket.label) }))
    } catch {
      setFault(t('fault.unreached'))
    }
    onChange()
  }
  const cancel = async (code: string): Promise<string | null> => {
    try {
      const answer = await api.remove(`/api/bookings/${code}`)
      if (isRefused(answer)) return pick(answer.refusal.message)
    } catch {
      return t('fault.unreached')
    }
    setCancelling(null)
    onChange()
    return null
  }

  return (
    <>
      <p className="quiet" role="status">
        {said || (bookings ? t(bookings.length > 0 ? 'bookings.count' : 'bookings.none', { n: bookings.length }) : '…')}
      </p>
      <Fault text={fault} onClose={() => setFault(null)} />
      {bookings && bookings.length > 0 && (
        <table className="bookings-table">
          <thead>
            <tr>
              {(['time', 'code', 'service', 'items', 'state', 'acts'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`bookings.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bookings.map((booking) => (
              <tr key={booking.code}>
                <td>{timeText(booking.slotAt, timeZone)}</td>
                <th scope="row">{spaced(booking.code)}</th>
                <td>
                  {pick(booking.serviceName)}
                  {booking.priority && <Status state="priority">{t('bookings.priority')}</Status>}
                </td>
                <td>{booking.items}</td>
                <td>
                  <Status state={shapes[booking.state]}>{t(`bookings.${booking.state}`)}</Status>
                </td>
                <td>
                  {booking.state === 'booked' && (
                    <span className="bookings-acts">
                      <Button
                        disabled={!linked}
                        aria-label={`${t('bookings.check-in')} ${spaced(booking.code)}`}
                        onClick={() => void checkIn(booking)}
                      >
                        {t('bookings.check-in')}
                      </Button>
                      <Button
                        disabled={!linked}
                        aria-label={`${t('bookings.cancel')} ${spaced(booking.code)}`}
                        onClick={() => setCancelling(booking)}
                      >
                        {t('bookings.cancel')}
                      </Button>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {cancelling && (
        <DialogFrame
          title={t('bookings.cancel.sure', { code: spaced(cancelling.code) })}
          submit={t('bookings.cancel')}
          able={linked}
          onSubmit={() => cancel(cancelling.code)}
          onClose={() => setCancelling(null)}
        >
          <p>{t('bookings.cancel.text')}</p>
        </DialogFrame>
      )}
    </>
  )
}
