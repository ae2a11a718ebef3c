import { usePhone } from '../phone-context.ts'
import { textSizes } from '../preferences.ts'
import { useWords } from '../words.ts'
import { BigButton } from './BigButton.tsx'

/** Size of the letters and language. */
export function Choices() {
  const words = useWords()
  const { language, textSize, prefer } = usePhone()
  return (
    <div className="stack" data-silent="">
      <h2>{words.textSize}</h2>
      <div className="choices">
        {textSizes.map((size, at) => (
          <BigButton key={size} icon="letters" pressed={size === textSize} onTap={() => prefer({ textSize: size })}>{words.sizes[at]}</BigButton>
        ))}
      </div>
      <h2>{words.language}</h2>
      <div className="choices wide">
        <BigButton icon="language" pressed={language === 'zh-CN'} onTap={() => prefer({ language: 'zh-CN' })}>{words.chineseName}</BigButton>
        <BigButton icon="language" pressed={language === 'en'} onTap={() => prefer({ language: 'en' })}>{words.englishName}</BigButton>
      </div>
    </div>
  )
}
