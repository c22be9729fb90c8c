package opsis.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.Set;

/** Holds the rules of the house: which module knows which, no cycles, and nothing public that need not be. */
@AnalyzeClasses(packages = "opsis", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** The face of each module: the packages that another module may use. */
    private static final Map<String, Set<String>> FACES = Map.of(
            "capture", Set.of("opsis.capture", "opsis.capture.card", "opsis.capture.profile", "opsis.capture.worker"),
            "fusion", Set.of("opsis.fusion", "opsis.fusion.classify", "opsis.fusion.train", "opsis.fusion.evaluate",
                    "opsis.fusion.pretrain"),
            "explain", Set.of("opsis.explain", "opsis.explain.lime", "opsis.explain.draw", "opsis.explain.segment"),
            "storage", Set.of("opsis.storage", "opsis.storage.ingest"));

    /** Packages that the programs under bench/ use beside the faces: they train and measure what ships. */
    private static final Set<String> USED_BY_BENCH = Set.of("opsis.app.authored", "opsis.fusion.words");

    @ArchTest
    static final ArchRule librariesKnowNeitherOneAnotherNorTheApp = classes()
            .that().resideInAnyPackage("opsis.capture..", "opsis.fusion..", "opsis.explain..", "opsis.storage..")
            .should(dependOnNoOtherModule());

    @ArchTest
    static final ArchRule theAppUsesOnlyTheFacesOfTheLibraries = classes().that().resideInAPackage("opsis.app..")
            .should(useOnlyFaces());

    @ArchTest
    static final ArchRule packagesFormNoCycles = slices()
            .assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return SliceIdentifier.of(type.getPackageName());
                }

                @Override
                public String getDescription() {
                    return "packages";
                }
            }).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingOutsideAFaceIsPublicThatNoOtherPackageUses = classes()
            .that().resideInAPackage("opsis..").and().areTopLevelClasses()
            .and().haveSimpleNameNotStartingWith("Jte")
            .should(beUsedFromAnotherPackageIfPublic());

    @ArchTest
    static final ArchRule librariesDoNotTalkToTheTerminal = noClasses()
            .that().resideOutsideOfPackage("opsis.app..")
            .should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule nobodySleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    private static String module(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 1 && parts[0].equals("opsis") ? parts[1] : "";
    }

    private static ArchCondition<JavaClass> dependOnNoOtherModule() {
        return new ArchCondition<>("depend on no other module of Opsis") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass)
                        .filter(target -> !module(target).isEmpty() && !module(target).equals(module(type)))
                        .forEach(target -> events.add(SimpleConditionEvent.violated(type,
                                type.getName() + " uses " + target.getName())));
            }
        };
    }

    private static ArchCondition<JavaClass> useOnlyFaces() {
        return new ArchCondition<>("use only the faces of the libraries") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass)
                        .filter(target -> FACES.containsKey(module(target)))
                        .filter(target -> !FACES.get(module(target)).contains(target.getPackageName()))
                        .forEach(target -> events.add(SimpleConditionEvent.violated(type,
                                type.getName() + " uses " + target.getName() + ", which is no face")));
            }
        };
    }

    private static ArchCondition<JavaClass> beUsedFromAnotherPackageIfPublic() {
        return new ArchCondition<>("be package-private unless another package uses them") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean inFace = FACES.getOrDefault(module(type), Set.of()).contains(type.getPackageName())
                        || USED_BY_BENCH.contains(type.getPackageName());
                boolean isMain = type.getSimpleName().equals("Main");
                boolean used = type.getDirectDependenciesToSelf().stream().map(Dependency::getOriginClass)
                        .anyMatch(origin -> !origin.getPackageName().equals(type.getPackageName()));
                if (type.getModifiers().contains(JavaModifier.PUBLIC) && !inFace && !isMain && !used) {
                    events.add(SimpleConditionEvent.violated(type,
                            type.getName() + " is public, but no other package uses it"));
                }
            }
        };
    }
}
