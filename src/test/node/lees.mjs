// Reads calendars with ical.js. In: a JSON list of iCalendar texts. Out: a JSON list of what stands in them.
import ICAL from 'ical.js';
import { readFileSync } from 'node:fs';

const waarde = (component, naam) => component.getFirstPropertyValue(naam)?.toString() ?? null;

function moment(component, naam) {
  const eigenschap = component.getFirstProperty(naam);
  return { epoch: eigenschap.getFirstValue().toUnixTime(), zone: eigenschap.getParameter('tzid') ?? null };
}

function item(component) {
  const organisator = component.getFirstProperty('organizer');
  return {
    uid: waarde(component, 'uid'),
    sequence: component.getFirstPropertyValue('sequence'),
    status: waarde(component, 'status'),
    transp: waarde(component, 'transp'),
    begin: moment(component, 'dtstart'),
    eind: moment(component, 'dtend'),
    stempel: moment(component, 'dtstamp').epoch,
    gewijzigd: moment(component, 'last-modified').epoch,
    titel: waarde(component, 'summary'),
    omschrijving: waarde(component, 'description'),
    plaats: waarde(component, 'location'),
    url: waarde(component, 'url'),
    organisator: organisator.getFirstValue(),
    organisatorNaam: organisator.getParameter('cn'),
    eigenschappen: component.getAllProperties().map((p) => p.name),
  };
}

function agenda(tekst) {
  const kalender = new ICAL.Component(ICAL.parse(tekst));
  return {
    naam: waarde(kalender, 'name'),
    calname: waarde(kalender, 'x-wr-calname'),
    method: waarde(kalender, 'method'),
    ververs: waarde(kalender, 'refresh-interval'),
    zones: kalender.getAllSubcomponents('vtimezone').map((zone) => waarde(zone, 'tzid')),
    items: kalender.getAllSubcomponents('vevent').map(item),
  };
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(agenda)));
