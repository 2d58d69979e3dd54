import { createServer } from 'node:http'
import express from 'express'
import { Server } from 'socket.io'
import { answerOfTheHub, openCommits, sayAddress } from './_rival.ts'

/** The least that could call somebody out: Express, one FULL commit, Socket.IO emit. `shout` is the fan-out alone. */
const answer = answerOfTheHub()
const commit = openCommits()
const app = express()
const server = createServer(app)
const io = new Server(server, { perMessageDeflate: false })
let version = 0
const tell = (counter: number) => {
  version++
  const call = { type: 'called', label: 'A-001', booth: 'DUKC', counter, call: 1 }
  io.emit('change', { view: 'display', version, at: Date.now(), changes: [call], patch: { put: { calls: [call] } } })
}

app.use(express.json())
app.post('/api/tickets', (_request, response) => {
  commit(JSON.stringify(answer))
  response.status(201).json(answer)
})
app.post('/api/counters/:number/call-next', (request, response) => {
  commit(JSON.stringify(answer))
  tell(Number(request.params.number))
  response.json(answer)
})
for (const verb of ['start', 'finish']) {
  app.post(`/api/counters/:number/${verb}`, (_request, response) => {
    commit(JSON.stringify(answer))
    response.json(answer)
  })
}
io.on('connection', (socket) => socket.on('shout', tell))
server.listen(0, '127.0.0.1', () => sayAddress(server))
