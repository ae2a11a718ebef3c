import { useWords } from '../words.ts'
import { Icon } from './icons.tsx'

const length = 6
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

type Props = { pin: string; onChange: (pin: string) => void; onFull: (pin: string) => void; disabled?: boolean }

/** Ten large digits; the sixth hands the PIN on by itself. */
export function Keypad({ pin, onChange, onFull, disabled = false }: Props) {
  const words = useWords()
  const handleDigit = (digit: string) => {
    if (pin.length >= length) return
    const longer = pin + digit
    onChange(longer)
    if (longer.length === length) onFull(longer)
  }
  const key = (digit: string) => (
    <button key={digit} type="button" className="key" aria-label={words.digit(digit)} onClick={() => handleDigit(digit)} disabled={disabled}>{digit}</button>
  )
  return (
    <div data-silent="">
      <p className="dots" role="status">
        <span className="visually-hidden">{words.pinDigits(pin.length)}</span>
        {Array.from({ length }, (_, at) => <span key={at} aria-hidden="true" className={at < pin.length ? 'dot full' : 'dot'} />)}
      </p>
      <div className="keypad">
        {digits.map(key)}
        <span />
        {key('0')}
        <button type="button" className="key word" onClick={() => onChange(pin.slice(0, -1))} disabled={disabled || pin === ''}>
          <Icon name="erase" /><span>{words.erase}</span>
        </button>
      </div>
    </div>
  )
}
