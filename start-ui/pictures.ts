import api from './pictures/api.webp'
import counter from './pictures/counter.webp'
import desk from './pictures/desk.webp'
import display from './pictures/display.webp'
import booth from './pictures/display-booth.webp'
import calling from './pictures/display-calling.webp'
import kiosk from './pictures/kiosk.webp'
import paper from './pictures/paper.webp'
import phone from './pictures/phone.webp'
import services from './pictures/services.webp'
import supervisor from './pictures/supervisor.webp'

/** Screens of the running demo, made small by `scripts/make-pictures.mjs`; sizes in px as they are shown. */
export const pictures = {
  kiosk: { src: kiosk, width: 176, height: 313 },
  paper: { src: paper, width: 148, height: 330 },
  phone: { src: phone, width: 158, height: 342 },
  services: { src: services, width: 158, height: 342 },
  display: { src: display, width: 344, height: 194 },
  calling: { src: calling, width: 344, height: 194 },
  booth: { src: booth, width: 344, height: 108 },
  counter: { src: counter, width: 344, height: 193 },
  desk: { src: desk, width: 344, height: 215 },
  supervisor: { src: supervisor, width: 344, height: 215 },
  api: { src: api, width: 344, height: 215 },
} as const

export type PictureName = keyof typeof pictures
