package nl.respijt;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The picture of the packages, and the habits that a compiler does not hold. Change the picture and this in one commit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ArchitectuurTest {
    /**
     * From the top down: a package leans on those of later lines only; those on one line know nothing of each other.
     * Signing in sends a mail; sending mail needs no calendar and nobody to be signed in, nor does a calendar.
     */
    private static final List<Set<String>> LAGEN = List.of(
            Set.of("inrichting"),
            Set.of("demo"),
            Set.of("makelaar", "beheer", "mijn"),
            Set.of("uitval"),
            Set.of("privacy"),
            Set.of("rooster"),
            Set.of("lotgenotengroep", "mantelzorghuis", "respijtthuis", "kortverblijf"),
            Set.of("boeking"),
            Set.of("aanbieder", "mantelzorger"),
            Set.of("inzage"),
            Set.of("poort", "toegang"),
            Set.of("agenda", "bericht"),
            Set.of("web"),
            Set.of("gemeente", "kluis"),
            Set.of("database", "yaml"),
            Set.of("instellingen", "recht"),
            Set.of("tijd"));

    /** Of the instance and not static: some hundreds of megabytes, which the tests that come after need. */
    private final JavaClasses klassen = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nl.respijt");

    @Test
    void every_package_has_its_place_in_the_picture() {
        var alle = LAGEN.stream().flatMap(Set::stream).toList();

        assertThat(pakketten()).containsExactlyInAnyOrderElementsOf(alle);
    }

    @Test
    void a_package_leans_only_on_those_below_it() {
        var daaronder = new HashSet<String>();
        for (var laag : LAGEN.reversed()) {
            for (var pakket : laag) {
                var mag = new ArrayList<>(List.of(pakket));
                mag.addAll(daaronder);
                classes()
                        .that()
                        .resideInAPackage("nl.respijt." + pakket + "..")
                        .should()
                        .onlyDependOnClassesThat(resideInAPackage("nl.respijt..")
                                .negate()
                                .or(describe("are in " + mag, klasse -> mag.contains(pakket(klasse)))))
                        .check(klassen);
            }
            daaronder.addAll(laag);
        }
    }

    @Test
    void no_package_is_part_of_a_ring() {
        slices().matching("nl.respijt.(*)..").should().beFreeOfCycles().check(klassen);
    }

    @Test
    void what_time_it_is_comes_from_the_one_clock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("nl.respijt.tijd.KlokFactory")
                .and()
                .doNotBelongToAnyOf(Respijt.class)
                .should()
                .callMethodWhere(describe("a clock of the machine is read", aanroep -> isKlok(aanroep.getTarget())))
                .check(klassen);
    }

    /** {@code now()} with a clock between its brackets is fine: that clock came from somewhere. */
    private static boolean isKlok(AccessTarget.CodeUnitCallTarget doel) {
        var van = doel.getOwner();
        var naam = doel.getName();
        return (van.getPackageName().equals("java.time")
                        && naam.equals("now")
                        && doel.getRawParameterTypes().stream().noneMatch(soort -> soort.isEquivalentTo(Clock.class)))
                || (van.isEquivalentTo(Clock.class) && (naam.startsWith("system") || naam.startsWith("tick")))
                || (van.isEquivalentTo(System.class) && naam.equals("currentTimeMillis"))
                || (van.isEquivalentTo(java.util.Date.class)
                        && doel.getFullName().endsWith("<init>()"));
    }

    @Test
    void a_name_says_what_a_thing_is_for() {
        var zegtNiets = List.of("Util", "Utils", "Utilities", "Helper", "Manager", "Impl", "Dto");

        assertThat(klassen.stream().map(JavaClass::getSimpleName))
                .hasSizeGreaterThan(100)
                .noneMatch(naam -> zegtNiets.stream().anyMatch(naam::endsWith));
    }

    @Test
    void what_a_class_needs_comes_in_through_its_constructor() {
        noFields().should().beAnnotatedWith(Inject.class).check(klassen);
        noFields()
                .should()
                .beAnnotatedWith("io.micronaut.context.annotation.Value")
                .check(klassen);
    }

    @Test
    void absence_is_marked_in_every_package() {
        for (var pakket : pakketten()) {
            assertThat(klassen.getPackage("nl.respijt." + pakket).isAnnotatedWith(NullMarked.class))
                    .as(pakket)
                    .isTrue();
        }
        assertThat(klassen.getPackage("nl.respijt").isAnnotatedWith(NullMarked.class))
                .isTrue();
    }

    @Test
    void only_the_start_of_the_program_prints() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Respijt.class)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging")
                .check(klassen);
    }

    /** The parts of Respijt; the templates of pages live elsewhere and are made by a program. */
    private List<String> pakketten() {
        return klassen.getPackage("nl.respijt").getSubpackages().stream()
                .map(JavaPackage::getRelativeName)
                .sorted()
                .toList();
    }

    private static String pakket(JavaClass klasse) {
        var delen = klasse.getPackageName().split("\\.", -1);
        return delen.length < 3 ? "" : delen[2];
    }
}
