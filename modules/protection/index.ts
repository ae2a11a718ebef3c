// Whoever counts days by law asks here for the holidays: those that come with the program, and those the city entered.
export { findHolidayYears } from './queries/holiday-years.ts'
