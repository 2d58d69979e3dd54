/** What no person in the hall is told, in either language. */
export const bannedInIndonesian =
  /\b(antrian|estimasi|eta|median|persentil|manula|cacat|submit|ok|ya|terjadi kesalahan|orang normal|nomor normal|kesalahan anda)\b/i
export const bannedInEnglish = /\b(handicapped|submit|ok|an error occurred)\b/i
export const shouting = /!|\p{Extended_Pictographic}/u
