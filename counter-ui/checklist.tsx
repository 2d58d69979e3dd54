import { useState } from 'react'
import type { CounterSnapshot } from '../server/contract/live.ts'
import { Icon } from '../ui-kit/icon.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { CounterKey } from './messages.ts'

const storeKey = 'antrean.counter.checked'

/** What this service needs, to be ticked off. A help for the eye: kept in this tab for this number, until the officer says what is missing. */
export function Checklist({ ticket }: { ticket: NonNullable<CounterSnapshot['ticket']> }) {
  const { t, pick } = useMessages<CounterKey>()
  const [checked, setChecked] = useState<readonly string[]>(() => keptChecks(ticket.id))
  if (ticket.requirements.length === 0) return null
  const toggle = (name: string) => {
    const next = checked.includes(name) ? checked.filter((each) => each !== name) : [...checked, name]
    setChecked(next)
    keepChecks(ticket.id, next)
  }
  return (
    <fieldset className="needs">
      <legend>{t(ticket.state === 'serving' ? 'needs.checked' : 'needs.bring')}</legend>
      {ticket.requirements.map((requirement) => (
        <label key={requirement.id}>
          <input type="checkbox" checked={checked.includes(requirement.id)} onChange={() => toggle(requirement.id)} />
          <span className="tick" aria-hidden="true">
            <Icon name="check" />
          </span>
          <span>{pick(requirement)}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** Requirements that were not ticked, by position; none when nothing was ticked at all. */
export function uncheckedPapers(ticket: string, requirements: readonly { id: string }[]): readonly number[] {
  const checked = keptChecks(ticket)
  if (checked.length === 0) return []
  return requirements.flatMap(({ id }, position) => (checked.includes(id) ? [] : [position]))
}

function keptChecks(ticket: string): readonly string[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storeKey) ?? '{}') as { ticket?: string; checked?: string[] }
    return kept.ticket === ticket ? (kept.checked ?? []) : []
  } catch {
    return []
  }
}

function keepChecks(ticket: string, checked: readonly string[]): void {
  try {
    sessionStorage.setItem(storeKey, JSON.stringify({ ticket, checked }))
  } catch {
    // A browser that keeps nothing forgets the ticks with the page.
  }
}
