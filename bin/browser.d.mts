export function launching(): { executablePath: string; args: string[] };
