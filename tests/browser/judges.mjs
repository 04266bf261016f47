export default async function judges() {}
