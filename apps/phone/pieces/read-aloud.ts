import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Language } from '../words.ts'

/** A voice as the browser lists it. */
type Voice = { lang: string; localService: boolean }

/** A voice of this very phone in the language; never one that sends the text elsewhere. */
export function pickVoice<Each extends Voice>(voices: readonly Each[], language: Language): Each | undefined {
  const beginning = language === 'en' ? 'en' : 'zh'
  const own = voices.filter(voice => voice.localService === true && voice.lang.toLowerCase().startsWith(beginning))
  return own.find(voice => voice.lang.replace('_', '-').toLowerCase() === (language === 'en' ? 'en-us' : 'zh-cn')) ?? own[0]
}

/** The voice there is, and how to start and stop it. */
export function useReadAloud(language: Language): { hasVoice: boolean; isSpeaking: boolean; speak: (text: string) => void; stop: () => void } {
  const voices = useSyncExternalStore(listenForVoices, readVoices, () => none)
  const voice = pickVoice(voices, language)
  const [isSpeaking, setSpeaking] = useState(false)
  const stop = () => {
    if ('speechSynthesis' in window) speechSynthesis.cancel()
    setSpeaking(false)
  }
  useEffect(() => stop, [])
  const speak = (text: string) => {
    if (voice === undefined) return
    stop()
    const spoken = new SpeechSynthesisUtterance(text)
    spoken.voice = voice
    spoken.lang = voice.lang
    spoken.rate = 0.85
    spoken.addEventListener('end', () => setSpeaking(false))
    setSpeaking(true)
    speechSynthesis.speak(spoken)
  }
  return { hasVoice: voice !== undefined, isSpeaking, speak, stop }
}

/** What a screen says, line by line with a pause between, without what stands on it again and again. */
export function textOf(screen: Element, pause: string): string {
  const copy = screen.cloneNode(true) as Element
  for (const silent of copy.querySelectorAll('[data-silent], [aria-hidden="true"], [hidden]')) silent.remove()
  const lines = [...copy.querySelectorAll('h1, h2, p, li, a, button, label, dt, dd')]
  return lines.filter(each => each.querySelector('p, li, a, button, label') === null).map(line => line.textContent?.trim() ?? '').filter(Boolean).join(pause)
}

const none: SpeechSynthesisVoice[] = []
let known = none

function readVoices(): SpeechSynthesisVoice[] {
  if (!('speechSynthesis' in window)) return none
  const now = speechSynthesis.getVoices()
  if (now.length !== known.length) known = now
  return known
}

function listenForVoices(tell: () => void): () => void {
  if (!('speechSynthesis' in window)) return () => undefined
  speechSynthesis.addEventListener('voiceschanged', tell)
  return () => speechSynthesis.removeEventListener('voiceschanged', tell)
}
