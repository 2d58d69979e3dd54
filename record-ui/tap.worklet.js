/** Hands every block of the microphone's sound to the page. Runs in the browser's thread for sound. */
class Tap extends AudioWorkletProcessor {
  process([input]) {
    const [sound] = input ?? []
    if (sound) this.port.postMessage(sound.slice())
    return true
  }
}
registerProcessor('tap', Tap)
