export default async function speed() {}
