import express from 'express'
import { answerOfTheHub, openCommits, sayAddress } from './_rival.ts'

/** The same route with one durable commit a request: the obvious way to be safe. */
const answer = answerOfTheHub()
const commit = openCommits()
const app = express()
app.use(express.json())
app.post('/api/tickets', (request, response) => {
  commit(JSON.stringify({ ...answer, asked: request.body }))
  response.status(201).json(answer)
})
const server = app.listen(0, '127.0.0.1', () => sayAddress(server))
