import type { Language } from '../../functions/domain/questionnaire.ts';
import { en } from './en.ts';
import { type Texts, vi } from './vi.ts';

const texts: Record<Language, Texts> = { vi, en };

export const textsFor = (language: Language): Texts => texts[language];
