import { afterAll } from 'vitest';
import { endAll } from './afterwards';

afterAll(endAll);
