import { useEffect } from 'react'
import type { TicketWire } from '../server/contract/api.ts'
import { ApiError, createApi, isRefused } from '../ui-kit/api.ts'
import type { RefusalFacts } from '../ui-kit/refusal-words.ts'
import type { JourneyEvent } from './journey.ts'
import { type Journey, requestOf } from './journey-state.ts'
import { ticketPhase } from './ticket-phase.ts'

export const kioskApi = createApi()

const sorry: RefusalFacts = {
  name: 'sorry',
  message: {
    id: 'Nomor belum dapat dibuat. Petugas Informasi siap membantu.',
    en: 'The number could not be made. The information desk can help.',
  },
}

/** Sends the number's request while the journey says so. The key makes a repeated request the same number. */
export function useAttempt(
  { attempt }: Journey,
  kiosk: string,
  reachable: boolean,
  send: (event: JourneyEvent) => void,
) {
  useEffect(() => {
    if (attempt?.state !== 'sending') return
    const { key } = attempt
    const { path, body } = requestOf(attempt, kiosk)
    kioskApi.command<{ ticket: TicketWire }>(path, body, key).then(
      (answer) => {
        if (isRefused(answer)) return send({ type: 'refused', key, refusal: answer.refusal })
        const { publicCode = '', label, takenAt } = answer.ticket
        send({ type: 'taken', key, publicCode, label, takenAt, phase: ticketPhase(answer.ticket) })
      },
      (error: unknown) => {
        const asked = error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429
        send(asked ? { type: 'refused', key, refusal: sorry } : { type: 'unanswered', key })
      },
    )
  }, [attempt, kiosk, send])

  const again = attempt?.state === 'unanswered' && reachable
  useEffect(() => {
    if (!again) return
    const timer = setTimeout(() => send({ type: 'retry' }), 1_500)
    return () => clearTimeout(timer)
  }, [again, send])
}
