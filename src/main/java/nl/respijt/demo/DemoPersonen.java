package nl.respijt.demo;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.gemeente.Slug;
import nl.respijt.rooster.RoosterService;
import nl.respijt.toegang.Rol;

/** Everyone one can be in the demo: one of each role, every host, every group's coordinator, every provider. */
@Singleton
@Requires(property = "respijt.demo", value = "true")
final class DemoPersonen {
    /** Somebody to be. */
    record Persoon(String slug, String naam, Rol rol, Optional<UUID> persoonId) {}

    private final Gemeente gemeente;
    private final RoosterService rooster;

    DemoPersonen(Gemeente gemeente, RoosterService rooster) {
        this.gemeente = gemeente;
        this.rooster = rooster;
    }

    List<Persoon> alle() {
        var personen = new ArrayList<Persoon>();
        personen.add(persoon("makelaar", "Voorbeeld Makelaar", Rol.MAKELAAR));
        personen.add(persoon("beheerder", "Voorbeeld Beheerder", Rol.BEHEERDER));
        personen.add(persoon("gemeente", "Voorbeeld Beleidsmedewerker", Rol.GEMEENTE));
        for (var gastheer : rooster.gastheren()) {
            personen.add(new Persoon(
                    "gastheer-" + gastheer.slug(),
                    gastheer.naam(),
                    Rol.GASTHEER,
                    Optional.of(gastheer.id().waarde())));
        }
        for (var groep : gemeente.lotgenotengroepen()) {
            personen.add(persoon(
                    "coordinator-" + Slug.van(groep.naam()),
                    "Voorbeeld Coördinator " + groep.naam(),
                    Rol.GROEPSCOORDINATOR));
        }
        Stream.concat(
                        gemeente.respijtzorgThuis().stream().map(thuis -> thuis.aanbieder()),
                        gemeente.kortdurendVerblijf().aanbieders().stream().map(aanbieder -> aanbieder.naam()))
                .forEach(naam -> personen.add(persoon("aanbieder-" + Slug.van(naam), naam, Rol.AANBIEDER)));
        for (var soort : List.of("huisarts", "buurtteam", "wijkverpleging", "school", "ambassadeur")) {
            personen.add(persoon("verwijzer-" + soort, "Voorbeeld Verwijzer (" + soort + ")", Rol.VERWIJZER));
        }
        for (var naam : List.of("ans", "mehmet", "fatima")) {
            personen.add(persoon(
                    "mantelzorger-" + naam,
                    "Voorbeeld " + naam.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + naam.substring(1),
                    Rol.MANTELZORGER));
        }
        return List.copyOf(personen);
    }

    private static Persoon persoon(String slug, String naam, Rol rol) {
        return new Persoon(slug, naam, rol, Optional.empty());
    }
}
