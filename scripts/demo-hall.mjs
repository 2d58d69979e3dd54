/** A demo hall with visitors and officers, worked through the hub's own API. `base` is the hub's address. */
export async function openDemoHall(base) {
  const random = mulberry(20_260_714)
  const { services } = await ask('/api/services')
  const { booths } = await ask('/api/demo')
  const firstCounters = booths.slice(0, 36).flatMap(({ counters }) => counters)
  const officers = new Map()
  const taken = []

  await issue(60)
  for (const counter of firstCounters) {
    if (random() < 0.12) continue
    const { token } = await send('/api/demo/session', { role: 'officer', counter })
    officers.set(counter, { token, ticket: null })
    await send(`/api/counters/${counter}/open`, {}, token)
  }

  async function ask(path) {
    return (await fetch(base + path)).json()
  }
  async function send(path, body, token) {
    const response = await fetch(base + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    })
    return response.json()
  }

  async function issue(count) {
    for (let n = 0; n < count; n++) {
      const share = random() < 0.7 ? services.filter(({ booth }) => Number(booth.sign) <= 14) : services
      const service = share[Math.floor(random() * share.length)].code
      const priority = random() < 0.12 ? { priority: 'elderly' } : {}
      const { ticket } = await send('/api/tickets', { service, delivery: 'none', ...priority })
      if (ticket) taken.push(ticket)
    }
  }

  /** The counter's officer goes one step on: calls, starts, or finishes. */
  async function step(counter) {
    const officer = officers.get(counter)
    if (officer.ticket === null) {
      const { ticket } = await send(`/api/counters/${counter}/call-next`, {}, officer.token)
      officer.ticket = ticket ? { id: ticket.id, started: false } : null
    } else if (!officer.ticket.started) {
      await send(`/api/tickets/${officer.ticket.id}/start`, {}, officer.token)
      officer.ticket.started = true
    } else {
      await send(`/api/tickets/${officer.ticket.id}/finish`, {}, officer.token)
      officer.ticket = null
    }
  }

  return {
    /** Visitors come and officers work, for so long in real time. */
    async work(ms) {
      const until = Date.now() + ms
      while (Date.now() < until) {
        await issue(5)
        for (const counter of officers.keys()) if (random() < 0.3) await step(counter)
        await new Promise((resolve) => setTimeout(resolve, 1_500))
      }
    },
    /** Somebody who still waits and has been overtaken, so that the page has everything to tell. */
    async waitingTicket() {
      let best = null
      for (const { publicCode } of taken.slice(-160)) {
        const { ticket } = await ask(`/api/tickets/${publicCode}`)
        if (ticket.state !== 'waiting' || ticket.priority || !ticket.estimate) continue
        const worth = Math.min(2, ticket.overtakenBy.length) * 10 - Math.abs(ticket.ahead - 3)
        if (!best || worth > best.worth) best = { worth, ticket }
      }
      return best?.ticket ?? taken.at(-1)
    },
    /** One slip out of the first kiosk's printer. */
    async printSlip() {
      const { ticket } = await send('/api/tickets', { service: 'DUKC-01', kiosk: 'K1', delivery: 'print' })
      for (let tries = 0; tries < 100; tries++) {
        const now = await ask(`/api/tickets/${ticket.publicCode}`)
        if (now.ticket.state !== 'reserved') return
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      throw new Error('the slip did not come out')
    },
    /** A manned counter of the booth. */
    counterOf: (code) => booths.find((booth) => booth.code === code).counters.find((counter) => officers.has(counter)),
    /** The counter's officer finishes whatever is open and calls the next visitor. */
    async callAt(counter) {
      while (officers.get(counter).ticket) await step(counter)
      await step(counter)
    },
  }
}

/** Small seeded generator, 0 to 1: the same morning every time. */
function mulberry(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
