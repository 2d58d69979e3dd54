import express from 'express'
import { answerOfTheHub, sayAddress } from './_rival.ts'

/** An Express route that parses the same body and answers the same JSON, with nothing behind it. */
const answer = answerOfTheHub()
const app = express()
app.use(express.json())
app.post('/api/tickets', (_request, response) => void response.status(201).json(answer))
const server = app.listen(0, '127.0.0.1', () => sayAddress(server))
