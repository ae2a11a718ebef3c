/** Limits of health as offices commonly write them down; others may be typed. What they allow is judged by a person. */
export const commonHealthLimits: readonly string[] = [
  '不宜走远路', '不宜爬楼', '腰腿不便', '听力下降', '视力下降', '不宜夜间外出', '血压高，需按时服药', '需定期复诊',
]
