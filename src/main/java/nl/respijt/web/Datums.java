package nl.respijt.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;

/**
 * Dates and hours as people say them, in local time. Hours are spelled out: screen readers stumble over "9u". Each
 * language has its own order; the examples are Dutch.
 */
public record Datums(Taal taal) {
    /** "dinsdag 24 november 2026" */
    public String dag(LocalDate dag) {
        return op(dag, taal == Taal.TR ? "d MMMM yyyy EEEE" : "EEEE d MMMM yyyy");
    }

    /** "24 november 2026" */
    public String dagMetJaar(LocalDate dag) {
        return op(dag, "d MMMM yyyy");
    }

    /** "november 2026" */
    public String maand(YearMonth maand) {
        return op(maand.atDay(1), "LLLL yyyy");
    }

    /** "dinsdag 24 november"; where the year is plain from what stands around it */
    public String dagZonderJaar(LocalDate dag) {
        return op(dag, taal == Taal.TR ? "d MMMM EEEE" : "EEEE d MMMM");
    }

    /** "di 24 nov" */
    public String kort(LocalDate dag) {
        return op(dag, taal == Taal.TR ? "d MMM EEE" : "EEE d MMM").replace(".", "");
    }

    /** "23 tot en met 29 november" */
    public String week(LocalDate maandag) {
        var zondag = maandag.plusDays(6);
        var begin = maandag.getMonth() == zondag.getMonth() ? op(maandag, "d") : op(maandag, "d MMMM");
        return Teksten.in(taal).van("tijd.tot-en-met", begin, op(zondag, "d MMMM"));
    }

    public int weeknummer(LocalDate dag) {
        return dag.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** "9.00 tot 12.30 uur" */
    public String uren(Tijdvak tijdvak) {
        return Teksten.in(taal).van("tijd.uren", tijd(tijdvak.van()), tijd(tijdvak.tot()));
    }

    /** "dinsdag 24 november 2026, 9.00 tot 12.30 uur" */
    public String wanneer(Tijdvak tijdvak) {
        return samen(dag(Tijdzone.datum(tijdvak.van())), uren(tijdvak));
    }

    /** "dinsdag 24 november, 9.00 tot 12.30 uur" */
    public String wanneerZonderJaar(Tijdvak tijdvak) {
        return samen(dagZonderJaar(Tijdzone.datum(tijdvak.van())), uren(tijdvak));
    }

    /** "dinsdag 24 november, 9.00" */
    public String begin(Instant moment) {
        return samen(dagZonderJaar(Tijdzone.datum(moment)), tijd(moment));
    }

    /** "24 november 2026" */
    public String datum(LocalDate dag) {
        return op(dag, "d MMMM yyyy");
    }

    /** "24 november 2026, 9.00" */
    public String tijdstip(Instant moment) {
        return samen(datum(Tijdzone.datum(moment)), tijd(moment));
    }

    /** "dinsdag" */
    public String weekdag(int isoDag) {
        return java.time.DayOfWeek.of(isoDag).getDisplayName(TextStyle.FULL, taal.locale());
    }

    /** "2026-W48", as it stands in an address */
    public String isoWeek(LocalDate dag) {
        return "%d-W%02d".formatted(dag.get(IsoFields.WEEK_BASED_YEAR), weeknummer(dag));
    }

    /** "09:00", as a time field of a form wants it */
    public String klok(Instant moment) {
        return Tijdzone.lokaal(moment).toLocalTime().format(DateTimeFormatter.ofPattern("HH:mm"));
    }

    public String tijd(Instant moment) {
        return tijd(Tijdzone.lokaal(moment).toLocalTime());
    }

    public String tijd(java.time.LocalTime tijd) {
        return tijd.format(DateTimeFormatter.ofPattern(
                switch (taal) {
                    case NL -> "H.mm";
                    case EN, AR -> "H:mm";
                    case TR -> "HH:mm";
                }));
    }

    private String samen(String dag, String uren) {
        return Teksten.in(taal).van("tijd.dag-en-uren", dag, uren);
    }

    private String op(LocalDate dag, String patroon) {
        return dag.format(DateTimeFormatter.ofPattern(patroon, taal.locale()));
    }
}
