package nl.respijt.rooster.voorstel;

import static nl.respijt.rooster.voorstel.Proefstad.MAANDAG;
import static nl.respijt.rooster.voorstel.Proefstad.id;
import static nl.respijt.tijd.Dagdeel.AVOND;
import static nl.respijt.tijd.Dagdeel.OCHTEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import nl.respijt.boeking.Moment;
import nl.respijt.rooster.Beschikbaarheid;
import nl.respijt.rooster.Beschikbaarheid.Weekplek;
import nl.respijt.rooster.Gastheer;
import nl.respijt.rooster.Scholing;
import nl.respijt.rooster.Wensen;
import org.junit.jupiter.api.Test;

/** Each name with its reason, and that the counts behind it hold after many changes. */
final class UitlegTest {
    private static final UUID HUIS = id(1);
    private static final UUID ANDER_HUIS = id(2);

    private final Proefstad stad = new Proefstad();

    @Test
    void the_only_one_who_can_is_the_only_one() {
        var alleen = stad.gastheer("alleen", HUIS);
        var moment = stad.openstelling(HUIS, MAANDAG, OCHTEND);
        stad.gepland(moment, alleen);

        assertThat(waarom(alleen, moment)).containsExactly(new Reden.Enige());
    }

    @Test
    void the_least_asked_is_said_to_be_with_how_often() {
        var druk = stad.gastheer("druk", HUIS);
        var rustig = stad.gastheer("rustig", HUIS);
        stad.gepland(stad.openstelling(HUIS, MAANDAG.plusWeeks(1), OCHTEND), druk);
        stad.gepland(stad.openstelling(HUIS, MAANDAG.plusWeeks(2), OCHTEND), druk);
        stad.gepland(stad.openstelling(HUIS, MAANDAG.plusWeeks(3), OCHTEND), rustig);
        var moment = stad.openstelling(HUIS, MAANDAG, OCHTEND);
        stad.gepland(moment, rustig);

        assertThat(waarom(rustig, moment)).containsExactly(new Reden.MinstGevraagd(1));
        assertThat(niet(druk, moment)).isEqualTo(new Reden.MeerGevraagd(2));
    }

    @Test
    void wishes_buddies_and_languages_are_named_with_their_names() {
        var ervaren = stad.gastheer("ervaren", HUIS);
        var nieuw = stad.gastheer("nieuw", 31, List.of("nl", "tr"), List.of(HUIS));
        stad.wenst(nieuw, wensen(Optional.of(HUIS), Optional.empty(), Optional.of(ervaren)));
        stad.wenst(ervaren, wensen(Optional.empty(), Optional.of(nieuw), Optional.empty()));
        var moment = stad.openstelling(HUIS, MAANDAG, OCHTEND, List.of("nl", "tr", "ar"));
        stad.gepland(moment, ervaren);
        stad.gepland(moment, nieuw);

        assertThat(waarom(nieuw, moment))
                .contains(new Reden.GaatMee("ervaren"), new Reden.WilHier(), new Reden.Spreekt(List.of("tr")));
        assertThat(waarom(ervaren, moment)).contains(new Reden.Begeleidt("nieuw"), new Reden.GraagSamen("nieuw"));
    }

    @Test
    void whoever_cannot_is_told_the_rule() {
        var moment = stad.openstelling(HUIS, MAANDAG, OCHTEND);
        var elders = stad.openstelling(ANDER_HUIS, MAANDAG, OCHTEND);
        var savonds = stad.openstelling(HUIS, MAANDAG, AVOND);
        var ongetraind = stad.gastheer("ongetraind", Scholing.GEEN, 9, List.of("nl"), List.of(HUIS));
        var anderHuis = stad.gastheer("ander-huis", ANDER_HUIS);
        var kanNiet = stad.gastheer("kan-niet", HUIS);
        stad.kan(kanNiet, new Beschikbaarheid(Set.of(new Weekplek(DayOfWeek.FRIDAY, OCHTEND)), Map.of()));
        var bezet = stad.gastheer("bezet", HUIS, ANDER_HUIS);
        stad.gepland(elders, bezet);
        var moe = stad.gastheer("moe", HUIS);
        stad.gepland(savonds, moe);
        var vol = stad.gastheer("vol", 1, List.of("nl"), List.of(HUIS));
        stad.gepland(stad.openstelling(HUIS, MAANDAG.plusDays(3), OCHTEND), vol);

        assertThat(niet(ongetraind, moment)).isEqualTo(new Reden.KanNiet(Belet.NIET_GETRAIND, 9));
        assertThat(niet(anderHuis, moment)).isEqualTo(new Reden.KanNiet(Belet.ANDER_HUIS, 31));
        assertThat(niet(kanNiet, moment)).isEqualTo(new Reden.KanNiet(Belet.KAN_DAN_NIET, 31));
        assertThat(niet(bezet, moment)).isEqualTo(new Reden.KanNiet(Belet.ELDERS, 31));
        assertThat(niet(moe, moment)).isEqualTo(new Reden.KanNiet(Belet.RUST, 31));
        assertThat(niet(vol, moment)).isEqualTo(new Reden.KanNiet(Belet.MAXIMUM, 1));
    }

    @Test
    void whoever_could_but_would_rather_not_is_told_the_wish() {
        var moment = stad.openstelling(HUIS, MAANDAG, OCHTEND);
        var vriend = stad.gastheer("vriend", HUIS);
        var liever = stad.gastheer("liever", HUIS, ANDER_HUIS);
        stad.wenst(liever, wensen(Optional.of(ANDER_HUIS), Optional.empty(), Optional.empty()));
        var samen = stad.gastheer("samen", HUIS);
        stad.wenst(samen, wensen(Optional.empty(), Optional.of(vriend), Optional.empty()));
        var zelden = stad.gastheer("zelden", HUIS);
        stad.wenst(
                zelden, new Wensen(Optional.of(0), Optional.empty(), Optional.empty(), Optional.empty(), false, false));
        stad.gepland(moment, stad.gastheer("hier", HUIS));

        assertThat(niet(liever, moment)).isEqualTo(new Reden.WilElders());
        assertThat(niet(samen, moment)).isEqualTo(new Reden.LieverSamen("vriend"));
        assertThat(niet(zelden, moment)).isEqualTo(new Reden.WilNietVaker(0));
    }

    /** The search only ever changes a little; what it counts then has to be what counting anew gives. */
    @Test
    void counts_after_a_thousand_changes_are_those_of_counting_anew() {
        var groot = Proefstad.groot(9);
        var stand = new Stand(groot.beeld());
        var toeval = new Random(9);
        for (var keer = 0; keer < 1_000; keer++) {
            var g = toeval.nextInt(stand.gastheren.size());
            var m = toeval.nextInt(stand.momenten.size());
            if (stand.staat(g, m)) {
                stand.haal(g, m);
            } else {
                stand.zet(g, m);
            }
        }

        var anders = new Stand(groot.beeld());
        for (var m = 0; m < stand.momenten.size(); m++) {
            for (var g : stand.op(m)) {
                anders.zet(g, m);
            }
        }

        assertThat(stand.telling()).isEqualTo(anders.telling());
        assertThat(new EnumMap<>(stand.telling()))
                .allSatisfy(
                        (regel, aantal) -> assertThat(aantal).as(regel.name()).isNotNegative());
    }

    private List<Reden.Wel> waarom(Gastheer wie, Moment waar) {
        return uitleg().waarom(wie.id(), waar.id());
    }

    private Reden.Niet niet(Gastheer wie, Moment waar) {
        return uitleg().waaromNiet(wie.id(), waar.id());
    }

    private Uitleg uitleg() {
        var stand = new Stand(stad.beeld());
        stad.diensten.forEach(stand::zet);
        return new Uitleg(stad.beeld(), stand);
    }

    private static Wensen wensen(Optional<UUID> huis, Optional<Gastheer> samenMet, Optional<Gastheer> maatje) {
        return new Wensen(Optional.empty(), huis, samenMet.map(Gastheer::id), maatje.map(Gastheer::id), false, false);
    }
}
