package nl.respijt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.respijt.tijd.Tijdvak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dates in every language, as somebody who grew up with it writes them. */
final class DatumsTest {
    private static final LocalDate DINSDAG = LocalDate.parse("2026-11-24");

    /** The hour that is there twice, and the one that is not: 2026-10-25 and 2026-03-29. */
    private static final Tijdvak HERFST = new Tijdvak(tijd("2026-10-25T00:30:00Z"), tijd("2026-10-25T09:00:00Z"));

    private static final Tijdvak LENTE = new Tijdvak(tijd("2026-03-29T00:30:00Z"), tijd("2026-03-29T07:00:00Z"));

    private static final Map<Taal, List<String>> WEEK = Map.of(
            Taal.NL, List.of("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
            Taal.EN, List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
            Taal.TR, List.of("Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar"),
            Taal.AR, List.of("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"));

    private static final List<String> MAROKKAANSE_MAANDEN = List.of(
            "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر");

    @Test
    void a_date_has_the_order_of_its_language() {
        assertThat(Arrays.stream(Taal.values()).map(taal -> new Datums(taal).dag(DINSDAG)))
                .containsExactly(
                        "dinsdag 24 november 2026",
                        "Tuesday 24 November 2026",
                        "24 Kasım 2026 Salı",
                        "الثلاثاء 24 نونبر 2026");
        assertThat(Arrays.stream(Taal.values()).map(taal -> new Datums(taal).kort(DINSDAG)))
                .containsExactly("di 24 nov", "Tue 24 Nov", "24 Kas Sal", "الثلاثاء 24 نونبر");
    }

    @ParameterizedTest
    @EnumSource
    void each_weekday_has_its_name(Taal taal) {
        var datums = new Datums(taal);

        assertThat(Arrays.stream(DayOfWeek.values()).map(dag -> datums.weekdag(dag.getValue())))
                .isEqualTo(WEEK.get(taal));
        assertThat(IntStream.range(0, 7).mapToObj(n -> datums.dagZonderJaar(DINSDAG.plusDays(n - 1))))
                .zipSatisfy(WEEK.get(taal), (tekst, naam) -> assertThat(tekst).contains(naam));
    }

    /** In a text that says when, among others one that begins with a name, the day is read before the hours. */
    @Test
    void a_day_and_its_hours_run_from_the_right_in_arabic() {
        assertThat(new Datums(Taal.AR).wanneer(HERFST)).startsWith("\u200F");
    }

    @Test
    void arabic_months_are_those_of_morocco() {
        var datums = new Datums(Taal.AR);

        assertThat(Arrays.stream(Month.values()).map(maand -> datums.datum(LocalDate.of(2026, maand, 1))))
                .isEqualTo(MAROKKAANSE_MAANDEN.stream()
                        .map(maand -> "1 " + maand + " 2026")
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void digits_are_latin_in_every_language(Taal taal) {
        var datums = new Datums(taal);

        assertThat(Stream.of(
                        datums.wanneer(HERFST),
                        datums.week(DINSDAG),
                        datums.tijdstip(HERFST.van()),
                        Teksten.in(taal).van("gegevens.aantal", 2),
                        Teksten.in(taal).van("week.week", 48, "x")))
                .allSatisfy(tekst -> assertThat(tekst).doesNotContainPattern("[\\p{Nd}&&[^0-9]]"));
    }

    @ParameterizedTest
    @EnumSource
    void hours_are_local_on_the_nights_the_clock_changes(Taal taal) {
        var datums = new Datums(taal);

        assertThat(datums.klok(HERFST.van())).isEqualTo("02:30");
        assertThat(datums.klok(HERFST.van().plus(Duration.ofHours(1)))).isEqualTo("02:30");
        assertThat(datums.klok(LENTE.van().plus(Duration.ofHours(1)))).isEqualTo("03:30");
        assertThat(Stream.of(HERFST, LENTE).map(tijdvak -> getallen(datums.uren(tijdvak))))
                .containsExactly("2 30 10 00", "1 30 9 00");
        assertThat(getallen(datums.wanneer(HERFST))).contains("25", "2026").endsWith("2 30 10 00");
    }

    @Test
    void hours_are_written_as_the_language_does() {
        assertThat(Arrays.stream(Taal.values()).map(taal -> new Datums(taal).tijd(LENTE.tot())))
                .containsExactly("9.00", "9:00", "09:00", "9:00");
    }

    private static String getallen(String tekst) {
        return tekst.replaceAll("\\D+", " ")
                .replaceAll("\\b0(\\d)\\b(?= \\d)", "$1")
                .strip();
    }

    private static Instant tijd(String tekst) {
        return Instant.parse(tekst);
    }
}
