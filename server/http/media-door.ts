import express, { type RequestHandler } from 'express'

/**
 * The files of the media shelf, in parts where a browser asks for parts. A name stands for its content for ever, so that a
 * browser keeps what it has had. Whatever such a file holds, nothing in it is carried out.
 */
export function createMediaDoor(folder: string): RequestHandler {
  const files = express.static(folder, {
    index: false,
    dotfiles: 'ignore',
    immutable: true,
    maxAge: '365d',
    setHeaders: (response) => {
      response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
      response.setHeader('X-Content-Type-Options', 'nosniff')
    },
  })
  return (request, response, next) =>
    /^\/[a-f0-9]{32}\.\w+$/.test(request.path) ? files(request, response, next) : next()
}
