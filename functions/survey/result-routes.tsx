import { Hono } from 'hono';
import type { SurveyDependencies } from './dependencies.ts';
import type { SurveyEnv } from './pages.tsx';
export const resultRoutes = (_deps: SurveyDependencies) => new Hono<SurveyEnv>();
