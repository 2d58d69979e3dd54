import tapAddress from './tap.worklet.js?url&no-inline'

/** Why there is no sound: the page is not secure, nobody allowed it, there is no microphone, or another program holds it. */
export type MicrophoneProblem = 'insecure' | 'denied' | 'absent' | 'busy'

export interface Microphone {
  readonly sampleRate: number
  close(): void
}

/** As it comes from the air: whatever a browser would mend, it would mend differently for each word. */
const unmended = { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 1 }

/** Opens the microphone, after a touch or key of the person; `onSound` then gets every block of it. Never rejects. */
export async function openMicrophone(onSound: (block: Float32Array) => void): Promise<Microphone | MicrophoneProblem> {
  // A page on the building's plain HTTP address has no microphone at all.
  if (!window.isSecureContext || !navigator.mediaDevices) return 'insecure'
  let stream: MediaStream
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: unmended })
  } catch (error) {
    return problemOf(error)
  }
  const stop = () => {
    for (const track of stream.getTracks()) track.stop()
  }
  try {
    const context = new AudioContext()
    await context.audioWorklet.addModule(tapAddress)
    const tap = new AudioWorkletNode(context, 'tap', { numberOfOutputs: 0 })
    tap.port.onmessage = ({ data }: MessageEvent<Float32Array>) => onSound(data)
    context.createMediaStreamSource(stream).connect(tap)
    await context.resume()
    return {
      sampleRate: context.sampleRate,
      close() {
        stop()
        void context.close()
      },
    }
  } catch {
    stop()
    return 'busy'
  }
}

function problemOf(error: unknown): MicrophoneProblem {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'absent' : 'busy'
}
