package nl.respijt.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoorwaardeTest {
    private static final String ETAG = "\"abc\"";
    private static final Optional<Instant> GEWIJZIGD = Optional.of(Instant.parse("2026-03-01T10:11:12.9Z"));
    private static final String TOEN = "Sun, 01 Mar 2026 10:11:12 GMT";
    private static final String EERDER = "Sun, 01 Mar 2026 10:11:11 GMT";
    private static final String LATER = "Mon, 02 Mar 2026 00:00:00 GMT";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"abc\"",
                "W/\"abc\"",
                "*",
                " * ",
                "\"x\", \"abc\"",
                "\"x\",W/\"abc\" , \"y\"",
                ",, \"abc\"",
                "\"a,b\", \"abc\""
            })
    void a_tag_it_knows_is_enough(String kop) {
        assertThat(met(kop).isVoldaan(ETAG, GEWIJZIGD)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"abd\"",
                "abc",
                "\"abc",
                "\"ab\", \"c\"",
                "\"x\\\"abc\"",
                "",
                "\"*\"",
                "w/\"abc\"",
                "\"abc-gzip\""
            })
    void another_tag_is_not(String kop) {
        assertThat(met(kop).isVoldaan(ETAG, GEWIJZIGD)).isFalse();
    }

    @Test
    void tags_over_several_headers_count_together() {
        var voorwaarde = Voorwaarde.van(List.of("\"x\"", "\"abc\""), Optional.empty());

        assertThat(voorwaarde.isVoldaan(ETAG, GEWIJZIGD)).isTrue();
    }

    @Test
    void tags_win_over_a_date() {
        assertThat(Voorwaarde.van(List.of("\"x\""), Optional.of(LATER)).isVoldaan(ETAG, GEWIJZIGD))
                .isFalse();
        assertThat(Voorwaarde.van(List.of(ETAG), Optional.of(EERDER)).isVoldaan(ETAG, GEWIJZIGD))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {TOEN, LATER, "Sun Mar  1 10:11:12 2026"})
    void a_date_from_then_on_is_enough(String datum) {
        assertThat(sinds(datum).isVoldaan(ETAG, GEWIJZIGD)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {EERDER, "Sun Mar  1 10:11:11 2026", "yesterday", "", "2026-03-02T00:00:00Z"})
    void an_earlier_date_or_none_at_all_is_not(String datum) {
        assertThat(sinds(datum).isVoldaan(ETAG, GEWIJZIGD)).isFalse();
    }

    @Test
    void a_date_says_nothing_about_an_empty_calendar() {
        assertThat(sinds(LATER).isVoldaan(ETAG, Optional.empty())).isFalse();
    }

    @Test
    void no_condition_is_never_met() {
        assertThat(Voorwaarde.van(List.of(), Optional.empty()).isVoldaan(ETAG, GEWIJZIGD))
                .isFalse();
    }

    private static Voorwaarde met(String kop) {
        return Voorwaarde.van(List.of(kop), Optional.empty());
    }

    private static Voorwaarde sinds(String datum) {
        return Voorwaarde.van(List.of(), Optional.of(datum));
    }
}
