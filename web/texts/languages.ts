import type { Language } from '../../functions/domain/questionnaire.ts';
import { en } from './en.ts';
import { type Texts, vi } from './vi.ts';

const texts: Record<Language, Texts> = { vi, en };

export const textsFor = (language: Language): Texts => texts[language];

/** The one that a switch leads to. */
export const otherLanguage = (language: Language): Language => (language === 'vi' ? 'en' : 'vi');
