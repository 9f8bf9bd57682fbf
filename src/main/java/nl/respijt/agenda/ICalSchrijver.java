package nl.respijt.agenda;

import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;

/**
 * Writes an {@link Agenda} as an iCalendar object to subscribe to. The same agenda gives the same bytes, on every
 * instance and at any time: nothing in it is "now". Each entry is one VEVENT, never a rule, since readers differ on
 * rules. Written by ourselves because the libraries fold by characters and get the zone wrong; two of them read it
 * back in the tests.
 */
@Singleton
public final class ICalSchrijver {
    private static final DateTimeFormatter LOKAAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String KOP = regels("""
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Respijt//Respijt agenda 1//NL
            CALSCALE:GREGORIAN
            METHOD:%s
            """);

    /** For who comes back to look. */
    private static final String ABONNEMENT = regels("""
            X-WR-TIMEZONE:Europe/Amsterdam
            REFRESH-INTERVAL;VALUE=DURATION:PT1H
            X-PUBLISHED-TTL:PT1H
            """);

    /** With rules, not with dates: Outlook shifts everything an hour from the first year that is not listed. */
    private static final String ZONE = regels("""
            BEGIN:VTIMEZONE
            TZID:Europe/Amsterdam
            BEGIN:DAYLIGHT
            DTSTART:19810329T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            TZNAME:CEST
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            END:DAYLIGHT
            BEGIN:STANDARD
            DTSTART:19961027T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            TZNAME:CET
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            END:VTIMEZONE
            """);

    private final AgendaInstelling instelling;
    private final String organisator;

    public ICalSchrijver(AgendaInstelling instelling) {
        this.instelling = instelling;
        this.organisator = organisator(instelling.organisatorEmail());
    }

    /**
     * To subscribe to.
     *
     * @param vervallen what stands before the title of a cancelled item, in the language of the reader
     */
    public byte[] schrijf(Agenda agenda, Bereik bereik, String vervallen) {
        return schrijf(agenda, bereik, vervallen, Methode.PUBLISH);
    }

    /** As a file of its own, that goes along with a mail: what lapsed is then taken out, not only crossed out. */
    public byte[] schrijf(Agenda agenda, Bereik bereik, String vervallen, Methode methode) {
        var uit = new ICalRegels();
        uit.vast(KOP.formatted(methode));
        uit.vast(ABONNEMENT);
        var naam = ICalTekst.waarde(agenda.naam());
        uit.regel("NAME:", naam);
        uit.regel("X-WR-CALNAME:", naam);
        if (!agenda.omschrijving().isBlank()) {
            var omschrijving = ICalTekst.waarde(agenda.omschrijving());
            uit.regel("DESCRIPTION:", omschrijving);
            uit.regel("X-WR-CALDESC:", omschrijving);
        }
        uit.vast(ZONE);
        for (var item : agenda.items()) {
            schrijf(uit, item, bereik, vervallen, organisator, "");
        }
        uit.vast("END:VCALENDAR\r\n");
        return uit.bytes();
    }

    /** To be answered by one person, in the form that mail programs show with buttons (iMIP); or taken back. */
    public byte[] schrijf(Uitnodiging uitnodiging, String vervallen) {
        var uit = new ICalRegels();
        uit.vast(KOP.formatted(uitnodiging.methode()));
        uit.vast(ZONE);
        schrijf(
                uit,
                uitnodiging.item(),
                Bereik.PERSOONLIJK,
                vervallen,
                uitnodiging.antwoordAdres().map(this::organisator).orElse(organisator),
                genodigde(uitnodiging));
        uit.vast("END:VCALENDAR\r\n");
        return uit.bytes();
    }

    private static String genodigde(Uitnodiging uitnodiging) {
        return "CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=%s;CN=%s:%s"
                .formatted(
                        uitnodiging.methode() == Methode.REQUEST ? "TRUE" : "FALSE",
                        ICalTekst.parameter(uitnodiging.naam()),
                        mailto(uitnodiging.email()));
    }

    private String organisator(String email) {
        return ICalTekst.parameter(instelling.organisatorNaam()) + ":" + mailto(email);
    }

    private void schrijf(
            ICalRegels uit, AgendaItem item, Bereik bereik, String vervallen, String organisator, String genodigde) {
        var gewijzigd = UTC.format(item.gewijzigdOp());
        uit.vast("BEGIN:VEVENT\r\n");
        uit.regel("UID:", instelling.uid(item.id()));
        uit.regel("SEQUENCE:", String.valueOf(item.volgnummer()));
        uit.regel("DTSTAMP:", gewijzigd);
        uit.regel("LAST-MODIFIED:", gewijzigd);
        schrijfTijden(uit, item.tijdvak());
        uit.regel("SUMMARY:", ICalTekst.waarde(item.isVervallen() ? vervallen + item.titel() : item.titel()));
        schrijfTekst(uit, "DESCRIPTION:", item.omschrijving());
        schrijfTekst(uit, "LOCATION:", item.plaats());
        item.url().ifPresent(url -> uit.regel("URL:", url.toASCIIString()));
        uit.regel("ORGANIZER;CN=", organisator);
        if (!genodigde.isEmpty()) {
            uit.regel("ATTENDEE;", genodigde);
        }
        uit.regel("STATUS:", status(item.status()));
        uit.regel("TRANSP:", item.isVervallen() ? "TRANSPARENT" : "OPAQUE");
        uit.regel("CLASS:", bereik == Bereik.OPENBAAR ? "PUBLIC" : "PRIVATE");
        uit.vast("END:VEVENT\r\n");
    }

    /**
     * Local times with their zone, so that Outlook shows them as meant. In the hour that comes twice in October readers
     * disagree on which of the two is meant (RFC 5545 says the first; the second cannot be written at all), so an item
     * that touches that hour has both its ends in UTC.
     */
    private static void schrijfTijden(ICalRegels uit, Tijdvak tijdvak) {
        if (isDubbel(tijdvak.van()) || isDubbel(tijdvak.tot())) {
            uit.regel("DTSTART:", UTC.format(tijdvak.van()));
            uit.regel("DTEND:", UTC.format(tijdvak.tot()));
        } else {
            uit.regel("DTSTART;TZID=Europe/Amsterdam:", LOKAAL.format(Tijdzone.lokaal(tijdvak.van())));
            uit.regel("DTEND;TZID=Europe/Amsterdam:", LOKAAL.format(Tijdzone.lokaal(tijdvak.tot())));
        }
    }

    private static boolean isDubbel(Instant moment) {
        var lokaal = Tijdzone.lokaal(moment).toLocalDateTime();
        return Tijdzone.AMSTERDAM.getRules().getValidOffsets(lokaal).size() > 1;
    }

    private static void schrijfTekst(ICalRegels uit, String naam, String tekst) {
        if (!tekst.isBlank()) {
            uit.regel(naam, ICalTekst.waarde(tekst));
        }
    }

    private static String status(AgendaStatus status) {
        return switch (status) {
            case BEVESTIGD -> "CONFIRMED";
            case VOORLOPIG -> "TENTATIVE";
            case VERVALLEN -> "CANCELLED";
        };
    }

    private static String mailto(String email) {
        try {
            return new URI("mailto", email, null).toASCIIString();
        } catch (URISyntaxException fout) {
            throw new IllegalArgumentException("no address to mail to: " + email, fout);
        }
    }

    private static String regels(String tekst) {
        return tekst.replace("\n", "\r\n");
    }
}
