package nl.respijt.gemeente;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "Mantelzorghuis Leidsche Rijn, mantelzorghuis-leidsche-rijn",
        "Vleuten-De Meern, vleuten-de-meern",
        "  Café 't Höekje!, cafe-t-hoekje",
        "Ĳsselhuis, ijsselhuis",
        "Işık Øst Groß, isik-ost-gross",
        "İzmir, izmir",
        "بيت, ''",
    })
    void a_slug_is_ascii_without_accents(String naam, String slug) {
        assertThat(Slug.van(naam)).isEqualTo(slug);
    }
}
